/** The states that every part of the workbench may be in besides full: loading, empty, and a server that is away or refuses. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Skeleton,
  SkeletonItem,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { isRefused } from './endpoints.ts';
import { text } from './text.ts';

const useStyles = makeStyles({
  skeleton: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalM },
  empty: { display: 'block', padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
});

const rows = [1, 2, 3, 4];

export function LoadingRows() {
  const styles = useStyles();
  return (
    <Skeleton className={styles.skeleton} aria-label={text.loading}>
      {rows.map((row) => (
        <SkeletonItem key={row} size={32} />
      ))}
    </Skeleton>
  );
}

export function Empty({ children }: { readonly children: string }) {
  const styles = useStyles();
  return (
    <Text className={styles.empty} role="status">
      {children}
    </Text>
  );
}

export function Trouble({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  return (
    <MessageBar intent="error">
      <MessageBarBody>
        <MessageBarTitle>{isRefused(error) ? text.refused(error.status) : text.unreachable}</MessageBarTitle> {text.unreachableHint}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onRetry}>
          {text.retry}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
