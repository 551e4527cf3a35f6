/** What a key partner does in a decision. Optional: naming somebody is worth more than the word for it. */

export const keyPartnerRoles = ['economic_buyer', 'champion', 'technical_buyer', 'user_buyer', 'coach'] as const;
export type KeyPartnerRole = (typeof keyPartnerRoles)[number];
