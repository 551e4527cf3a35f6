/** The look that all answers share: large ones side by side, small ones flowing. */
import { makeStyles, shorthands, tokens } from '@fluentui/react-components';

export const useChoiceStyles = makeStyles({
  question: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  large: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalS },
  /** Longer languages need Fluent's room at the sides for their words. */
  largeAnswer: { minWidth: 'auto', paddingInline: tokens.spacingHorizontalS, whiteSpace: 'nowrap' },
  answers: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  answer: { minWidth: 'auto' },
  /** A quiet button shows no edge: its words begin where those above it begin. */
  flush: { alignSelf: 'flex-start', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  /** Clearer than Fluent's grey for a chosen chip: these answers are facts that a manager reads. */
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    ...shorthands.borderColor(tokens.colorBrandStroke1),
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover, color: tokens.colorBrandForeground2Hover },
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  person: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
});
