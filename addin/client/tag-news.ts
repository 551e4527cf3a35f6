/** Tells the other pages of this browser, pane or tab, that an answer was stored. Says neither which one nor whose: each page asks the server. */

export interface TagNews {
  readonly announce: () => void;
  /** Calls back once for several announcements of other pages in a row; returns how to stop. */
  readonly listen: (onNews: () => void) => () => void;
}

/** The part of BroadcastChannel that is needed: a channel never hears itself. */
export interface NewsChannel {
  readonly postMessage: (message: string) => void;
  readonly addEventListener: (type: 'message', listener: () => void) => void;
  readonly removeEventListener: (type: 'message', listener: () => void) => void;
}

const channelName = 'firsthand.tags';
/** Taps follow each other; a page that asked the server after each of them would never come to rest. */
export const newsDelayMs = 500;

/** Lives as long as the page. It reaches pages of our origin that stand below the same program; others learn by asking now and then. */
export function createTagNews(channel: NewsChannel = new BroadcastChannel(channelName)): TagNews {
  return {
    announce: () => channel.postMessage('stored'),
    listen: (onNews) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const onMessage = (): void => {
        timer ??= setTimeout(() => {
          timer = undefined;
          onNews();
        }, newsDelayMs);
      };
      channel.addEventListener('message', onMessage);
      return () => {
        clearTimeout(timer);
        channel.removeEventListener('message', onMessage);
      };
    },
  };
}

let ownNews: TagNews | undefined;

/** The news of this page: one channel, so that no part of the page hears another one of it. */
export function newsOfPage(): TagNews {
  ownNews ??= createTagNews();
  return ownNews;
}
