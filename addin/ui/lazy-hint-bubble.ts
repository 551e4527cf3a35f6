/** The bubble of hints, fetched at the first hint. One that does not arrive is left out: it repeats what is said elsewhere. */
import { lazyPart } from './lazy-part.tsx';

export const { Part: LazyHintBubble } = lazyPart(async () => (await import('./HintBubble.tsx')).HintBubble, {
  waiting: () => null,
  failed: () => null,
});
