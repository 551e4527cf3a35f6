/** Says how to export one's own calendar and to start Firsthand with it. A button, and the browser's own modal dialog behind it. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef } from 'react';
import { text } from './text.ts';

const useStyles = makeStyles({
  dialog: {
    width: '560px',
    maxWidth: 'calc(100vw - 32px)',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalXXL,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  title: { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  program: { margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300 },
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL, lineHeight: tokens.lineHeightBase400 },
  remark: { display: 'block', marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  command: {
    display: 'block',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', justifyContent: 'flex-end', marginTop: tokens.spacingVerticalXL },
});

interface Export {
  readonly program: string;
  readonly steps: readonly string[];
  readonly remark?: string;
}

const exports: readonly Export[] = text.ownCalendar.exports;

export function OwnCalendarDialog() {
  const styles = useStyles();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          dialog.current?.showModal();
        }}
      >
        {text.ownCalendar.open}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId}>
        <h2 id={titleId} className={styles.title}>
          {text.ownCalendar.title}
        </h2>
        <Text>{text.ownCalendar.lead}</Text>
        {exports.map(({ program, steps, remark }) => (
          <section key={program}>
            <h3 className={styles.program}>{program}</h3>
            <ol className={styles.steps}>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            {remark === undefined ? null : (
              <Text size={200} className={styles.remark}>
                {remark}
              </Text>
            )}
          </section>
        ))}
        <h3 className={styles.program}>{text.ownCalendar.startTitle}</h3>
        <code className={styles.command}>{text.ownCalendar.command}</code>
        <Text size={200} className={styles.remark}>
          {text.ownCalendar.startRemark}
        </Text>
        <div className={styles.actions}>
          <Button
            appearance="primary"
            onClick={() => {
              dialog.current?.close();
            }}
          >
            {text.ownCalendar.close}
          </Button>
        </div>
      </dialog>
    </>
  );
}
