/** From a page that is reached by links back to the one above it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left';
import type { JSX } from 'react';

const useStyles = makeStyles({
  back: {
    display: 'inline-flex',
    alignItems: 'center',
    alignSelf: 'flex-start',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px', borderRadius: tokens.borderRadiusSmall },
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
});

export function BackLink({ href, children }: { readonly href: string; readonly children: string }): JSX.Element {
  return (
    <a className={useStyles().back} href={href}>
      <ArrowLeft16Regular aria-hidden="true" />
      {children}
    </a>
  );
}
