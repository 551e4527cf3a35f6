/** What follows when answers were stored outside of the tagging of one meeting: lists are read anew here, and other pages hear of it. */
import { useQueryClient } from '@tanstack/react-query';
import { newsOfPage } from './tag-news.ts';
import { changedByTags } from './query-keys.ts';

/** Gives the function to call after each answer. */
export function useTagsStored(): () => void {
  const queryClient = useQueryClient();
  return () => {
    for (const queryKey of changedByTags) void queryClient.invalidateQueries({ queryKey });
    newsOfPage().announce();
  };
}
