/** Leads from the daily list to the welcome for as long as that is due; otherwise there is nothing here. */
import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { useWelcome } from '../../client/queries.ts';
import { useText } from '../../ui/text.tsx';

const useStyles = makeStyles({
  link: { color: tokens.colorBrandForegroundLink, '@media (forced-colors: active)': { color: 'LinkText' } },
});

export function WelcomeNotice({ href }: { readonly href: string }): JSX.Element | undefined {
  const styles = useStyles();
  const text = useText();
  const reply = useWelcome().data;
  if (!reply?.isDue) return undefined;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{text('welcome.title')}</MessageBarTitle>
        {text('welcome.notice', { count: reply.open })}{' '}
        <a className={styles.link} href={href}>
          {text('welcome.notice.action')}
        </a>
      </MessageBarBody>
    </MessageBar>
  );
}
