import type { PakketDocument, Sectie } from '../ports/pakket-pdf.ts';
import type { VerwijsPakket } from './compose-verwijzing.ts';
import type { MailModel } from './mail-model.ts';

/** The package as a document: the same parts as the mail, for a PDF. `datum` is the day of making, YYYY-MM-DD. */
export function composeDocument(pakket: VerwijsPakket, datum: string): PakketDocument {
  const { model, mail, status, ontbreekt } = pakket;
  const { koppen } = model;
  return {
    titel: mail.onderwerp,
    casuscode: model.verwijzing.casuscode ?? '',
    tafelNaam: pakket.tafel.naam,
    datum,
    concept: status === 'concept',
    secties: [
      ...(ontbreekt.length > 0
        ? [
            {
              kop: 'Wat nog ontbreekt',
              blokken: [{ soort: 'lijst' as const, items: ontbreekt.map(({ tekst }) => tekst) }],
            },
          ]
        : []),
      { kop: koppen.casus, blokken: [{ soort: 'gegevens', rijen: toCasusRijen(model, pakket.ontvanger) }] },
      toCriteriaSectie(model),
      ...model.rubrieken.map(
        ({ kop, velden }): Sectie => ({
          kop,
          blokken: [
            { soort: 'gegevens', rijen: velden.map(({ label, waarde }) => ({ naam: label, waarde })) },
          ],
        }),
      ),
      ...toPlanSectie(model),
      {
        kop: koppen.clientondersteuning,
        blokken: [
          { soort: 'alinea', tekst: model.clientondersteuning.bijTafel },
          {
            soort: 'lijst',
            items: model.clientondersteuning.aanbieders.map(({ naam }) => naam),
          },
        ],
      },
      { kop: koppen.aanmelder, blokken: [{ soort: 'gegevens', rijen: toAanmelderRijen(model) }] },
    ],
  };
}

function toCasusRijen(
  { verwijzing, gemeente, lokaal, eerderBesproken, termijn, financiering }: MailModel,
  ontvanger: string,
) {
  return [
    { naam: 'Casuscode', waarde: verwijzing.casuscode ?? '' },
    { naam: 'Gemeente waar de persoon woont', waarde: gemeente },
    { naam: 'Voor', waarde: ontvanger },
    { naam: 'Besproken met het wijkteam of de procesmanager', waarde: lokaal },
    ...(eerderBesproken ? [{ naam: 'Eerder aan een overlegtafel besproken', waarde: eerderBesproken }] : []),
    ...(termijn ? [{ naam: 'Termijn', waarde: termijn }] : []),
    ...(financiering ? [{ naam: 'Wie betaalt', waarde: financiering }] : []),
  ];
}

function toCriteriaSectie({ koppen, criteria, aandachtspunten, leeswijzer }: MailModel): Sectie {
  const rijen = criteria.map((regel) =>
    regel.kop === null
      ? [
          regel.criterium.tekst,
          regel.criterium.oordeel,
          regel.criterium.antwoord,
          regel.criterium.onderbouwing ?? '',
        ]
      : [regel.kop, '', '', ''],
  );
  return {
    kop: koppen.onderbouwing,
    blokken: [
      {
        soort: 'tabel',
        bijschrift: 'Criteria, met het antwoord en de onderbouwing',
        koppen: ['Criterium', 'Oordeel', 'Antwoord', 'Onderbouwing'],
        rijen,
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
    ],
  };
}

function toPlanSectie({ plan }: MailModel): Sectie[] {
  const [eerste] = plan;
  if (!eerste) return [];
  return [
    {
      kop: 'Plan van aanpak',
      blokken: plan.map((afspraak) => ({
        soort: 'gegevens' as const,
        rijen: afspraak
          .filter(({ waarde }) => waarde !== '')
          .map(({ label, waarde }) => ({ naam: label, waarde })),
      })),
    },
  ];
}

function toAanmelderRijen({ verwijzing, rol }: MailModel) {
  const rijen: [string, string | null | undefined][] = [
    ['Naam', verwijzing.aanmelderNaam],
    ['Rol', rol],
    ['Functie', verwijzing.functie],
    ['Organisatie', verwijzing.organisatie],
    ['Telefoon', verwijzing.telefoon],
  ];
  return rijen.flatMap(([naam, waarde]) => (waarde ? [{ naam, waarde }] : []));
}
