/** The pane with a quiet link at its foot: My data opens in place of the meeting, which stays as it is behind it. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type JSX, type ReactNode, useState } from 'react';
import { useMe } from '../client/queries.ts';
import { useHost } from '../host/host-context.tsx';
import { loadTexts, type Texts, useText } from '../ui/text.tsx';
import { useFocusOnMount } from '../ui/use-focus-on-mount.ts';
import { myDataTexts } from './my-data-texts.ts';
import type { MyDataInPane } from './MyDataInPane.tsx';

const useStyles = makeStyles({
  shown: { display: 'contents' },
  hidden: { display: 'none' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: `0 ${tokens.spacingHorizontalM}`, fontSize: tokens.fontSizeBase200 },
  link: {
    minWidth: 0,
    // One by one: Fluent sets them so, and the shorthand would not win.
    paddingLeft: 0,
    paddingRight: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    textDecorationLine: 'underline',
  },
});

interface Opened {
  readonly Page: typeof MyDataInPane;
  readonly texts: Texts;
}

type View = { readonly kind: 'closed'; readonly isReturn: boolean } | { readonly kind: 'opened'; readonly opened: Opened };

export function WithMyData({ children }: { readonly children: ReactNode }): JSX.Element {
  const styles = useStyles();
  const [view, setView] = useState<View>({ kind: 'closed', isReturn: false });
  const isOpen = view.kind === 'opened';
  return (
    <>
      <div className={isOpen ? styles.hidden : styles.shown}>{children}</div>
      {isOpen ? (
        <view.opened.Page texts={view.opened.texts} onBack={() => setView({ kind: 'closed', isReturn: true })} />
      ) : (
        <Foot isReturn={view.isReturn} onOpen={(opened) => setView({ kind: 'opened', opened })} />
      )}
    </>
  );
}

interface FootProps {
  /** Whether the person comes back from My data: then the keyboard goes on from the link. */
  readonly isReturn: boolean;
  readonly onOpen: (opened: Opened) => void;
}

function Foot({ isReturn, onOpen }: FootProps): JSX.Element | null {
  const styles = useStyles();
  const text = useText();
  const { locale } = useHost();
  const me = useMe();
  const link = useFocusOnMount(isReturn);
  const [isFailed, setIsFailed] = useState(false);
  // Nothing is recorded about somebody who has no place here.
  if (!me.data || me.data.roles.length === 0) return null;
  const open = (): void => {
    setIsFailed(false);
    Promise.all([import('./MyDataInPane.tsx'), loadTexts(myDataTexts, locale)]).then(
      ([{ MyDataInPane: Page }, texts]) => onOpen({ Page, texts }),
      () => setIsFailed(true),
    );
  };
  return (
    <footer className={styles.foot}>
      <Button appearance="transparent" size="small" className={styles.link} ref={link} onClick={open}>
        {text('myData.link')}
      </Button>
      {isFailed && (
        <Text size={200} role="alert">
          {text('failure.title')}
        </Text>
      )}
    </footer>
  );
}
