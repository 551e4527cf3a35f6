/** What pages tell each other about stored answers: others hear it soon, a burst only once, and nobody hears what they said themselves. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTagNews, type NewsChannel, newsDelayMs } from '../../addin/client/tag-news.ts';

/** Channels of one browser: what one posts, every other one hears. */
function connectedChannels(count: number): readonly NewsChannel[] {
  const listeners: Set<() => void>[] = Array.from({ length: count }, () => new Set());
  return listeners.map((own) => ({
    postMessage: () => {
      for (const others of listeners) if (others !== own) for (const listener of others) listener();
    },
    addEventListener: (_type, listener) => own.add(listener),
    removeEventListener: (_type, listener) => own.delete(listener),
  }));
}

describe('an answer stored in one page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is heard in the others and not in its own', () => {
    const [pane, tab] = connectedChannels(2).map(createTagNews);
    const heardInPane = vi.fn();
    const heardInTab = vi.fn();
    pane?.listen(heardInPane);
    tab?.listen(heardInTab);
    pane?.announce();
    vi.advanceTimersByTime(newsDelayMs);
    expect(heardInTab).toHaveBeenCalledOnce();
    expect(heardInPane).not.toHaveBeenCalled();
  });

  it('makes the others ask once for a burst, and again for a later one', () => {
    const [pane, tab] = connectedChannels(2).map(createTagNews);
    const heard = vi.fn();
    tab?.listen(heard);
    for (let tap = 0; tap < 10; tap += 1) pane?.announce();
    vi.advanceTimersByTime(newsDelayMs);
    expect(heard).toHaveBeenCalledOnce();
    pane?.announce();
    vi.advanceTimersByTime(newsDelayMs);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('is not heard in a page that has stopped to listen', () => {
    const [pane, tab] = connectedChannels(2).map(createTagNews);
    const heard = vi.fn();
    const stop = tab?.listen(heard);
    pane?.announce();
    stop?.();
    vi.advanceTimersByTime(newsDelayMs);
    expect(heard).not.toHaveBeenCalled();
  });
});
