/**
 * Gives the focus events of Preact the names that React gives them. Preact hears `focusin` and `focusout`, which bubble as React's own events
 * do, and hands them on as they are; Fluent's tooltip asks whether an event is called `focus` or `blur`.
 */
import { options } from 'preact';

const reactNames: ReadonlyMap<string, string> = new Map([
  ['focusin', 'focus'],
  ['focusout', 'blur'],
]);

/** To be called once, before the first render. */
export function nameFocusEventsAsReactDoes(): void {
  const before = options.event;
  options.event = (event) => withReactName(before?.(event) ?? event);
}

/** The same event for everybody who asks anything but its type. Events of other types come back as they are. */
export function withReactName(event: Event): Event {
  const type = reactNames.get(event.type);
  if (type === undefined) return event;
  return new Proxy(event, {
    get(target, key) {
      if (key === 'type') return type;
      // A method or getter of the browser's refuses to work for anything but the event itself.
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set: (target, key, value) => Reflect.set(target, key, value, target),
  });
}
