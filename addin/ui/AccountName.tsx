/** An account's name, as a link to its page where the page around it has one: the tab does, the pane in Outlook cannot open it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { createContext, type JSX, useContext } from 'react';

/** The address of an account's page; undefined where no page can be opened. */
type AccountHref = ((accountId: string) => string) | undefined;

const AccountHrefContext = createContext<AccountHref>(undefined);

export const AccountHrefProvider = AccountHrefContext.Provider;

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold },
  link: {
    color: 'inherit',
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
      borderRadius: tokens.borderRadiusSmall,
      textDecorationLine: 'underline',
    },
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
});

interface AccountNameProps {
  readonly accountId: string;
  readonly name: string;
  /** Whether the Tab key reaches the link; of a list whose rows are reached by arrows only the current row's is. */
  readonly isStop?: boolean;
}

export function AccountName({ accountId, name, isStop = true }: AccountNameProps): JSX.Element {
  const styles = useStyles();
  const hrefOf = useContext(AccountHrefContext);
  if (!hrefOf) return <span className={styles.name}>{name}</span>;
  return (
    <a className={mergeClasses(styles.name, styles.link)} href={hrefOf(accountId)} tabIndex={isStop ? 0 : -1}>
      {name}
    </a>
  );
}
