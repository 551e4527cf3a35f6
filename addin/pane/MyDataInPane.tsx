/** My data in place of the open meeting, with its own texts. A chunk of its own: the pane does not wait for it. */
import { Button } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left';
import type { JSX } from 'react';
import { useMyData } from '../client/queries.ts';
import { MyData } from '../features/my-data/MyData.tsx';
import { FailureState } from '../features/session/FailureState.tsx';
import { useChoiceStyles } from '../ui/choice-styles.ts';
import { LanguageProvider, type Texts, useText } from '../ui/text.tsx';
import { PaneSkeleton } from './PaneFrame.tsx';

interface MyDataInPaneProps {
  readonly texts: Texts;
  readonly onBack: () => void;
}

export function MyDataInPane({ texts, onBack }: MyDataInPaneProps): JSX.Element {
  return (
    <LanguageProvider texts={texts}>
      <Back onBack={onBack} />
      <LoadingMyData />
    </LanguageProvider>
  );
}

function Back({ onBack }: Pick<MyDataInPaneProps, 'onBack'>): JSX.Element {
  const styles = useChoiceStyles();
  const text = useText();
  return (
    <div>
      <Button size="small" appearance="subtle" className={styles.flush} icon={<ArrowLeft16Regular />} onClick={onBack}>
        {text('myData.back')}
      </Button>
    </div>
  );
}

function LoadingMyData(): JSX.Element {
  const mine = useMyData();
  if (mine.data) return <MyData reply={mine.data} />;
  return mine.error ? <FailureState failure={mine.error} onRetry={() => void mine.refetch()} /> : <PaneSkeleton />;
}
