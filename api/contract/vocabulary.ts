/** The words of the wire that the add-in draws and sorts by; decided in the domain, handed on here because the add-in may import nothing else. */
export { healthWords, type HealthWord, isOnCadence } from '../domain/health-word.ts';
export { cadencePolicy, healthPolicy, pausePolicy, scorePolicy, type Tier, tiers } from '../domain/health-policy.ts';
export { type AskAnswer, askAnswers, askPolicy } from '../domain/in-person-ask.ts';
export { type KeyPartnerRole, keyPartnerRoles } from '../domain/key-partner-role.ts';
export { byHandPolicy } from '../domain/meeting-by-hand.ts';
export { type PauseReason, pauseReasons } from '../domain/pause.ts';
export type { ScoreLineName } from '../domain/score.ts';
export { isCurrency, minorDigits } from '../domain/money.ts';
export { type AmountMarks, readSpend, type Spend, type SpendFault, spendPolicy } from '../domain/spend.ts';
export { type Engagement, isNear, modalities, type Modality, places, type Place } from '../domain/tag-vocabulary.ts';
export type { TouchMark } from '../domain/touch-strip.ts';
export { visitPlanPolicy } from '../domain/visit-plan.ts';
export { visitorPolicies } from '../domain/visitor-policy.ts';
