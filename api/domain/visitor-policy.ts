/** Whether a customer's office takes visitors. */

export const visitorPolicies = ['welcome', 'by_exception', 'forbidden', 'unknown'] as const;
export type VisitorPolicy = (typeof visitorPolicies)[number];
