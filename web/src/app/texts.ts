/** Why this file exists: every text on the screen goes through one place, so that another language is a matter of files. */
import i18n from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
});

type Values = Readonly<Record<string, string | number>>;
/** `saved_one` and `saved_other` are both told by `saved` with a `count`. */
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;
export type Tell<Key extends string> = (key: Key, values?: Values) => string;

/**
 * The texts of a feature, in English; `{{name}}` stands for a value.
 * @returns the texts for use outside components, and the hook that follows a change of language
 */
export function defineTexts<const Texts extends Readonly<Record<string, string>>>(
  namespace: string,
  english: Texts,
): {
  readonly tell: Tell<WithoutPlural<keyof Texts & string>>;
  readonly useTexts: () => Tell<WithoutPlural<keyof Texts & string>>;
} {
  i18n.addResourceBundle('en', namespace, english);
  const tell: Tell<string> = (key, values) => i18n.t(key, { ns: namespace, ...values });
  return {
    tell,
    useTexts: () => {
      useTranslation(namespace);
      return tell;
    },
  };
}

/** The language of the texts with the reader's own region, like `en-GB`, for dates and numbers; British where the reader names none. */
export const language = (): string => {
  const languages = typeof navigator === 'undefined' ? [] : navigator.languages;
  const own = languages.find((one) => one.startsWith(`${i18n.language}-`));
  return own ?? (i18n.language === 'en' ? 'en-GB' : i18n.language);
};
