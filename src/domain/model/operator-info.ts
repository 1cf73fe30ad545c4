/** Who runs this site, and what they declare about it; null is what they did not say. */
export interface OperatorInfo {
  readonly organisatie: string | null;
  /** Addresses that begin with `mailto:` or `https://`. */
  readonly securityContact: string | null;
  readonly privacyContact: string | null;
  /** How long the operator keeps the log. */
  readonly logboekDagen: number | null;
  readonly toegankelijkheid: {
    readonly status: 'volledig' | 'gedeeltelijk' | 'maatregelen' | 'nietVoldaan' | 'geenOnderzoek';
    /** The day of the declaration, YYYY-MM-DD. */
    readonly datum: string | null;
    readonly contact: string | null;
  };
}

/** What a site has of which nobody said who runs it, such as one that is tried out. */
export const OPERATOR_UNKNOWN: OperatorInfo = {
  organisatie: null,
  securityContact: null,
  privacyContact: null,
  logboekDagen: null,
  toegankelijkheid: { status: 'geenOnderzoek', datum: null, contact: null },
};
