/** What the keys of the page "To tag" do. Loaded when somebody asks for it. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { JSX } from 'react';
import { useText } from '../../../ui/text.tsx';

/** In the order in which they are needed. */
const keys = [
  'move',
  'ends',
  'pages',
  'inPerson',
  'virtual',
  'phone',
  'hybrid',
  'notHeld',
  'undo',
  'select',
  'range',
  'all',
  'clear',
  'help',
] as const;

const useStyles = makeStyles({
  surface: { maxWidth: '480px', '@media (max-width: 480px)': { padding: tokens.spacingHorizontalL } },
  keys: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  key: { fontWeight: tokens.fontWeightSemibold },
  does: { margin: 0 },
});

interface KeysDialogProps {
  readonly onClose: () => void;
}

export function KeysDialog({ onClose }: KeysDialogProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{text('toTag.keys.title')}</DialogTitle>
          <DialogContent>
            <dl className={styles.keys}>
              {keys.map((key) => (
                <KeyLine key={key} name={key} />
              ))}
            </dl>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {text('toTag.keys.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function KeyLine({ name }: { readonly name: (typeof keys)[number] }): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <>
      <dt className={styles.key}>{text(`toTag.keys.${name}.key`)}</dt>
      <dd className={styles.does}>{text(`toTag.keys.${name}.does`)}</dd>
    </>
  );
}
