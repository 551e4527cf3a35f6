/** The quiet end of a list that is answered: what the answers did for the coverage, where that is known. */
import { Text } from '@fluentui/react-components';
import type { JSX } from 'react';
import { coverageNews, type VisitProgress } from '../../../client/visit-progress.ts';
import { useFormats, useText } from '../../../ui/text.tsx';

interface AllDoneProps {
  /** As it stands after the last answer; undefined while it is not known. */
  readonly progress: VisitProgress | undefined;
}

export function AllDone({ progress }: AllDoneProps): JSX.Element {
  const text = useText();
  const formats = useFormats();
  const news = progress && coverageNews(progress, formats.share);
  return (
    <Text role="status">
      {text('toTag.allDone')} {news && text(`toTag.coverage.${news.kind}`, { ...news })}
    </Text>
  );
}
