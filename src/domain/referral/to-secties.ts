import type { Blok, Sectie } from '../ports/pakket-pdf.ts';
import type { VerwijsPakket } from './compose-verwijzing.ts';
import type { MailModel } from './mail-model.ts';

type Rij = readonly [naam: string, waarde: string | null | undefined];

/** The parts of the package in the order of the mail, without those that are empty. */
export function toSecties({ model, ontvanger, ccNamen }: VerwijsPakket): Sectie[] {
  const { koppen, voortzetting } = model;
  const secties: Sectie[] = [
    { kop: koppen.inzet, blokken: toInzet(model) },
    { kop: koppen.casus, blokken: [toGegevens(toCasus(model, ontvanger, ccNamen))] },
    { kop: koppen.vraag, blokken: [toGegevens(toRijen(model.vraag))] },
    // The team knows the case by then: what was judged at the start is not judged again.
    ...(voortzetting ? [] : [{ kop: koppen.onderbouwing, blokken: toCriteria(model) }]),
    ...model.rubrieken.map(({ kop, velden }) => ({ kop, blokken: [toGegevens(toRijen(velden))] })),
    { kop: 'Plan van aanpak', blokken: model.plan.map((afspraak) => toGegevens(toRijen(afspraak))) },
    {
      kop: koppen.clientondersteuning,
      blokken: [
        {
          soort: 'alinea',
          tekst: 'De persoon heeft recht op gratis en onafhankelijke cliëntondersteuning. Dat kan bij:',
        },
        { soort: 'lijst', items: model.clientondersteuning },
      ],
    },
    { kop: koppen.aanmelder, blokken: [toGegevens(toAanmelder(model))] },
  ];
  return secties.filter(({ blokken }) =>
    blokken.some((blok) => blok.soort !== 'gegevens' || blok.rijen.length > 0),
  );
}

function toGegevens(rijen: readonly Rij[]): Blok {
  return {
    soort: 'gegevens',
    rijen: rijen.flatMap(([naam, waarde]) => (waarde ? [{ naam, waarde }] : [])),
  };
}

function toRijen(velden: readonly { readonly label: string; readonly waarde: string }[]): Rij[] {
  return velden.map(({ label, waarde }) => [label, waarde]);
}

function toCasus(
  { verwijzing, gemeente, lokaal, eerderBesproken, overlegdatum }: MailModel,
  ontvanger: string,
  ccNamen: readonly string[],
): Rij[] {
  return [
    ['Casuscode', verwijzing.casuscode],
    ['Gemeente waar de persoon woont', gemeente],
    ['Voor', ontvanger],
    ['Kopie aan', ccNamen.join('; ')],
    ['Voor het overleg van', overlegdatum],
    ['Besproken met het wijkteam of de procesmanager', lokaal],
    ['Eerder aan een overlegtafel besproken', eerderBesproken],
  ];
}

/** What is agreed on the deployment of the P10 team; nothing for a table, which has no financing of its own. */
function toInzet({ verwijzing, voortzetting, financiering, kosten }: MailModel): Blok[] {
  if (financiering === null) return [];
  const uren = verwijzing.evaluatieUren;
  return [
    toGegevens([
      [voortzetting ? 'Nieuwe evaluatie na' : 'Evaluatie na', uren && `${uren} uur inzet`],
      ['Wie betaalt', financiering],
    ]),
    ...(kosten
      ? [
          {
            soort: 'tabel' as const,
            bijschrift: `Schatting van de kosten, met de tarieven van ${kosten.jaar}. Vraag na wat de tarieven nu zijn.`,
            koppen: ['Wie', 'Uren', 'Per uur', 'Bedrag'],
            rijen: [
              ...kosten.regels.map(({ naam, uren: aantal, perUur, bedrag }) => [
                naam,
                String(aantal),
                perUur,
                bedrag,
              ]),
              ['Samen', '', '', kosten.totaal],
            ],
          },
        ]
      : []),
  ];
}

function toCriteria({ criteria, aandachtspunten, leeswijzer }: MailModel): Blok[] {
  return [
    {
      soort: 'tabel',
      bijschrift: 'Criteria, met het antwoord en de onderbouwing',
      koppen: ['Criterium', 'Oordeel', 'Antwoord', 'Onderbouwing'],
      rijen: criteria.map((regel) =>
        regel.kop === null
          ? [
              regel.criterium.tekst,
              regel.criterium.oordeel,
              regel.criterium.antwoord,
              regel.criterium.onderbouwing ?? '',
            ]
          : [regel.kop, '', '', ''],
      ),
    },
    ...(aandachtspunten.length > 0
      ? [
          {
            soort: 'lijst' as const,
            items: aandachtspunten.map(({ kort, antwoord }) => `${kort}: ${antwoord}`),
          },
        ]
      : []),
    ...(leeswijzer ? [{ soort: 'alinea' as const, tekst: leeswijzer }] : []),
  ];
}

function toAanmelder({ verwijzing, rol }: MailModel): Rij[] {
  return [
    ['Naam', verwijzing.aanmelderNaam],
    ['Rol', rol],
    ['Functie', verwijzing.functie],
    ['Organisatie', verwijzing.organisatie],
    ['Telefoon', verwijzing.telefoon],
  ];
}
