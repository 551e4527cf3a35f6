/** The few globals that every environment has and that ES2024's library does not declare. */
declare class URL {
  constructor(url: string, base?: string);
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
  static canParse(url: string, base?: string): boolean;
}
