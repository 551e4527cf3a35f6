/** Every key under which a read is cached. */

export const queryKeys = {
  me: ['me'],
  item: ['item'],
  pending: ['pending'],
  team: ['team'],
  status: ['status'],
  meetingsOfItems: ['meeting-of-item'],
  meetingOfItem: (itemId: string | undefined, startsAt: string | undefined) => ['meeting-of-item', itemId, startsAt],
} as const;
