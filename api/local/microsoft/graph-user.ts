// Turns a person of the directory into the Graph resource, with the chosen fields. The only place that knows Graph's property names
// of a user.
import type { User } from '@microsoft/microsoft-graph-types';
import type { SimulatedUser } from './tenant.ts';

type UserProperty = Exclude<
  keyof User &
    (
      | 'displayName'
      | 'givenName'
      | 'surname'
      | 'mail'
      | 'userPrincipalName'
      | 'jobTitle'
      | 'businessPhones'
      | 'mobilePhone'
      | 'officeLocation'
      | 'preferredLanguage'
      | 'accountEnabled'
      | 'userType'
      | 'department'
      | 'usageLocation'
      | 'companyName'
    ),
  'id'
>;

/** What Graph gives without `$select`. */
const defaultUserProperties: readonly UserProperty[] = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
];

const renderUserProperty: { readonly [name in UserProperty]: (user: SimulatedUser) => unknown } = {
  businessPhones: () => [],
  displayName: (user) => user.displayName,
  givenName: (user) => user.displayName.split(' ')[0] ?? null,
  jobTitle: (user) => (user.appRoles.includes('Manager') ? 'Sales Manager' : null),
  mail: (user) => user.mail,
  mobilePhone: () => null,
  officeLocation: () => null,
  preferredLanguage: () => null,
  surname: (user) => user.displayName.split(' ').slice(1).join(' '),
  userPrincipalName: (user) => user.userPrincipalName,
  accountEnabled: () => true,
  userType: () => 'Member',
  department: () => null,
  usageLocation: () => null,
  companyName: () => null,
};
/** Names that `$select` accepts. */
export const userProperties: ReadonlySet<string> = new Set(Object.keys(renderUserProperty));

/** One user as Graph answers it; without `select` the documented default fields. */
export function renderUser(user: SimulatedUser, select: readonly string[] | undefined): Readonly<Record<string, unknown>> {
  const names = select ?? defaultUserProperties;
  const chosen = (Object.keys(renderUserProperty) as readonly UserProperty[]).filter((name) => names.includes(name));
  const id = select === undefined || select.includes('id') ? { id: user.id } : {};
  return { ...id, ...Object.fromEntries(chosen.map((name) => [name, renderUserProperty[name](user)])) };
}
