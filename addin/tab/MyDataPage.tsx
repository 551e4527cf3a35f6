/** My data in the tab, in each of its states. */
import type { JSX } from 'react';
import { useMyData } from '../client/queries.ts';
import { MyData } from '../features/my-data/MyData.tsx';
import { FailureState } from '../features/session/FailureState.tsx';
import { TabSkeleton } from './TabFrame.tsx';

export function MyDataPage(): JSX.Element {
  const mine = useMyData();
  if (mine.data) return <MyData reply={mine.data} />;
  return mine.error ? <FailureState failure={mine.error} onRetry={() => void mine.refetch()} /> : <TabSkeleton />;
}
