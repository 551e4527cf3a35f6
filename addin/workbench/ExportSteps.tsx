/** How to export one's own calendar from each program, and how to start Firsthand with it. */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { text } from './text.ts';

const useStyles = makeStyles({
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
});

interface Export {
  readonly program: string;
  readonly steps: readonly string[];
  readonly remark?: string;
}

const exports: readonly Export[] = text.ownCalendar.exports;

export function ExportSteps() {
  const styles = useStyles();
  return (
    <>
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
    </>
  );
}
