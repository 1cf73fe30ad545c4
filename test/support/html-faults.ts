import { HtmlValidate, type Message } from 'html-validate';

const htmlValidate = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // The checkboxes of one question share the name of their fact, as radio buttons do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    // A title starts with the whole question: shorter would no longer be the heading of the page.
    'long-title': ['error', { maxlength: 200 }],
    // WebKit takes a list without bullets for no list, unless it says that it is one.
    'no-redundant-role': 'off',
    'prefer-native-element': ['error', { exclude: ['list'] }],
    // The style sheet keeps a number on one line; a hard space in the text would be copied along with it.
    'tel-non-breaking': 'off',
  },
});

/** What html-validate finds in a page, with line and column. */
export async function findHtmlFaults(html: string): Promise<string[]> {
  const { results } = await htmlValidate.validateString(html);
  const name = ({ line, column, ruleId, message }: Message) => `${line}:${column} ${ruleId}: ${message}`;
  return results.flatMap(({ messages }) => messages.map(name));
}
