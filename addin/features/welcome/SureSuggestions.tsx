/** Every suggestion that is sure, confirmed by one click: what it will do before, how far it is meanwhile, what it did afterwards. */
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { type JSX, useEffect, useRef } from 'react';
import { commandFailureKey } from '../../client/command-failure.ts';
import { knownCode } from '../../client/tag-portions.ts';
import type { Formats } from '../../ui/formats.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useFormats, useText } from '../../ui/text.tsx';
import type { Text as TextOf } from '../../ui/text-format.ts';
import { type Confirmed, countSure, type Sure } from './sure-suggestions.ts';
import { useConfirmSure } from './use-confirm-sure.ts';
import type { WelcomeVisit } from './use-welcome-visit.ts';
import { gainedOnCadence } from './word-changes.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, width: '100%', maxWidth: '320px' },
  said: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, ':focus': { outlineStyle: 'none' } },
});

interface SureSuggestionsProps {
  readonly sure: readonly Sure[];
  readonly visit: WelcomeVisit;
}

export function SureSuggestions({ sure, visit }: SureSuggestionsProps): JSX.Element | undefined {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const { progress, confirmed, failure, confirm } = useConfirmSure(visit);
  if (sure.length === 0 && !confirmed && !progress) return undefined;
  return (
    <section className={styles.box} aria-labelledby="welcome-sure">
      <h3 id="welcome-sure" className={styles.title}>
        {text('welcome.sure.title')}
      </h3>
      {confirmed && !progress && <Said confirmed={confirmed} />}
      {failure && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {text('welcome.sure.stopped')} {text(commandFailureKey(failure))}
          </MessageBarBody>
        </MessageBar>
      )}
      {progress ? (
        <div className={styles.progress}>
          <Text role="status">{text('welcome.sure.running', progress)}</Text>
          <ProgressLine value={progress.done} max={progress.total} aria-label={text('welcome.sure.running', progress)} />
        </div>
      ) : (
        sure.length > 0 && (
          <>
            <Text>{text('welcome.sure.sentence', { kinds: kindsOf(sure, text, formats), count: sure.length })}</Text>
            <Button appearance="primary" onClick={() => void confirm(sure)}>
              {text('welcome.sure.confirm', { count: sure.length })}
            </Button>
          </>
        )
      )}
    </section>
  );
}

/** What the click did. Takes the focus of the button that has gone. */
function Said({ confirmed: { tagged, refused, changes } }: { readonly confirmed: Confirmed }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const formats = useFormats();
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body && document.hasFocus()) said.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={said} tabIndex={-1} role="status" className={styles.said}>
      {tagged.length > 0 && (
        <Text>
          {text('welcome.sure.done', { kinds: kindsOf(tagged, text, formats) })}{' '}
          {text('welcome.sure.gained', { gained: Math.max(0, gainedOnCadence(changes)) })}
        </Text>
      )}
      {[...refused].map(([code, count]) => (
        <Text key={code}>{text('welcome.sure.refused', { count, reason: text(`problem.${knownCode(code)}`) })}</Text>
      ))}
    </div>
  );
}

/** `12 in person and 20 virtual`. */
function kindsOf(sure: readonly Sure[], text: TextOf, formats: Formats): string {
  return formats.list(countSure(sure).map(({ modality, count }) => text(`welcome.sure.kind.${modality}`, { count })));
}
