/** Focus events as Fluent expects them, from the ones that bubble. */
import { describe, expect, it } from 'vitest';
import { withReactName } from '../../addin/ui/focus-events.ts';

describe('an event', () => {
  it.each([
    ['focusin', 'focus'],
    ['focusout', 'blur'],
    ['click', 'click'],
  ])('%s is handed on as %s', (type, name) => {
    expect(withReactName(new Event(type)).type).toBe(name);
  });

  it('of the focus is the same in everything else', () => {
    const event = new Event('focusin', { cancelable: true });
    const named = withReactName(event);
    named.preventDefault();
    expect(event.defaultPrevented).toBe(true);
    expect(named.defaultPrevented).toBe(true);
    expect(named.target).toBe(event.target);
    expect(named).toBeInstanceOf(Event);
  });

  it('of another kind comes back itself', () => {
    const event = new Event('click');
    expect(withReactName(event)).toBe(event);
  });
});
