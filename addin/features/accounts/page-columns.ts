/** The columns of the account page: three on a wide page, two on a medium one, one on a phone. */
import { tokens } from '@fluentui/react-components';

const medium = '@media (max-width: 1099px)';
const narrow = '@media (max-width: 619px)';

export const columns = {
  display: 'grid',
  gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
  alignItems: 'start',
  gap: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
  [medium]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gridTemplateRows: 'auto 1fr' },
  [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'none' },
} as const;

/** The longest part has a column of its own where there are two. */
export const ownColumn = {
  [medium]: { gridRowStart: '1', gridRowEnd: 'span 2' },
  [narrow]: { gridRowStart: 'auto', gridRowEnd: 'auto' },
} as const;
