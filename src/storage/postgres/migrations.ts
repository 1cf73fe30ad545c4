/** A change of the tables. */
export interface Migration {
  /** Follows the one before. */
  readonly nummer: number;
  /**
   * The oldest number that a program must know to work with the tables after it. A release only adds what the one before
   * can do without, so that both work side by side; what that leaves unused goes a release later.
   */
  readonly vanaf: number;
  readonly sql: string;
}

/** All of them, in order. What is here was applied somewhere: it never changes, a new one is added. */
export const MIGRATIONS: readonly Migration[] = [
  {
    nummer: 1,
    vanaf: 1,
    sql: `
      CREATE TABLE wegwijzer.geheim (
        -- One row at most.
        nummer integer PRIMARY KEY CHECK (nummer = 1),
        waarde text NOT NULL
      );

      CREATE TABLE wegwijzer.meldingen (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        gemaakt timestamptz NOT NULL,
        pagina text NOT NULL,
        veld text NOT NULL,
        wat_moet_het_zijn text NOT NULL,
        email text,
        status text NOT NULL CHECK (status IN ('open', 'beantwoord', 'gesloten')),
        antwoord text
      );
      CREATE INDEX meldingen_open ON wegwijzer.meldingen (id) WHERE status = 'open';

      CREATE TABLE wegwijzer.tellingen (
        week text NOT NULL,
        soort text NOT NULL,
        -- The outcome, table or question that is counted; empty where there is none.
        sleutel text NOT NULL,
        aantal bigint NOT NULL CHECK (aantal >= 0),
        PRIMARY KEY (week, soort, sleutel)
      );

      CREATE TABLE wegwijzer.zendingen (
        -- The order in which they came.
        volgnummer bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        id text PRIMARY KEY,
        soort text NOT NULL,
        tafel text NOT NULL,
        status text NOT NULL,
        aangemaakt timestamptz NOT NULL,
        gewijzigd timestamptz NOT NULL,
        bevestigd timestamptz,
        volgende timestamptz,
        pogingen integer NOT NULL CHECK (pogingen >= 0),
        bestand text,
        sleutel text,
        afzender text NOT NULL,
        inhoud text,
        -- The process that makes an attempt, and until when it is held to live without another sign.
        houder text,
        houder_tot timestamptz
      );
      CREATE INDEX zendingen_afzender ON wegwijzer.zendingen (afzender);
      CREATE INDEX zendingen_inhoud ON wegwijzer.zendingen (inhoud);
      CREATE INDEX zendingen_bevestigd ON wegwijzer.zendingen (bevestigd);
      CREATE INDEX zendingen_volgende ON wegwijzer.zendingen (volgende) WHERE volgende IS NOT NULL;
      CREATE INDEX zendingen_status ON wegwijzer.zendingen (status, gewijzigd);

      -- What the mails say, sealed.
      CREATE TABLE wegwijzer.verzegeld (
        naam text PRIMARY KEY,
        bytes bytea NOT NULL,
        bewaard timestamptz NOT NULL DEFAULT now()
      );`,
  },
  {
    nummer: 2,
    // The version before does without these tables.
    vanaf: 1,
    sql: `
      CREATE TABLE wegwijzer.tafelantwoorden (
        -- The order in which the first answers came.
        volgnummer bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        sleutel text PRIMARY KEY,
        tafel text NOT NULL,
        week text NOT NULL,
        versie text NOT NULL,
        keuze text NOT NULL,
        waarom text,
        dag date NOT NULL,
        dagen integer NOT NULL CHECK (dagen >= 0)
      );
      CREATE INDEX tafelantwoorden_dag ON wegwijzer.tafelantwoorden (dag);

      -- Answers of more than a year ago, added up by the week of the answer.
      CREATE TABLE wegwijzer.tafeltellingen (
        week text NOT NULL,
        tafel text NOT NULL,
        versie text NOT NULL,
        keuze text NOT NULL,
        -- Empty where there is none.
        waarom text NOT NULL,
        aantal bigint NOT NULL CHECK (aantal > 0),
        PRIMARY KEY (week, tafel, versie, keuze, waarom)
      );

      CREATE TABLE wegwijzer.tafelruimte (
        tafel text PRIMARY KEY,
        stand text NOT NULL,
        weken integer,
        dag date NOT NULL
      );`,
  },
  {
    nummer: 3,
    // The version before does without these tables.
    vanaf: 1,
    sql: `
      CREATE TABLE wegwijzer.beheer (
        soort text NOT NULL,
        -- In the order of its signs, whatever the language of the database.
        id text COLLATE "C" NOT NULL,
        revisie integer NOT NULL CHECK (revisie > 0),
        -- As json, which leaves the keys of content in their order.
        waarde json NOT NULL,
        PRIMARY KEY (soort, id)
      );

      -- Only ever added to.
      CREATE TABLE wegwijzer.logboek (
        nummer bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        regel json NOT NULL
      );`,
  },
];
