/** Why this file exists: the job role as text that leaves the product: Markdown, advert, JSON-LD. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import type { VersionTextsFragment } from '../../gql/graphql.js';
import { CopyButton } from '../parts/copy-button.js';
import type { OverlayChoice } from '../parts/overlay-toggles.js';
import { Block } from '../../ui/skeleton.js';
import { ChosenOverlays } from './definition.js';
import { useDefinitionTexts } from './definition.texts.js';
import styles from './definition.module.css';

export const VersionTexts = graphql(`
  fragment VersionTexts on JobRoleVersion {
    id
    adverts(overlays: $overlays) {
      format
      mediaType
      content
    }
  }
`);

interface TextsProps {
  readonly version: FragmentType<typeof VersionTexts> | object;
  readonly overlays: readonly FragmentType<typeof OverlayChoice>[];
}

export function Texts({ version, overlays }: TextsProps): ReactNode {
  const t = useDefinitionTexts();
  // the texts are asked for when this view opens; until then the version on the screen has none
  const asked: { readonly adverts?: VersionTextsFragment['adverts'] } = readFragment(
    VersionTexts,
    version as FragmentType<typeof VersionTexts>,
  );
  const content = (format: string): string => asked.adverts?.find((a) => a.format === format)?.content ?? '';
  return (
    <>
      <ChosenOverlays overlays={overlays} />
      <div className={styles.twoUp} style={{ marginTop: 22 }}>
        <TextBlock title={t('markdown')} hint={t('markdownHint')} copy={t('copyMarkdown')} text={content('MARKDOWN')} />
        <div>
          <TextBlock title={t('advert')} hint={t('advertHint')} copy={t('copyAdvert')} text={content('HTML')} />
          <div style={{ height: 26 }} />
          <TextBlock title={t('jsonLd')} hint={t('jsonLdHint')} copy={t('copyJsonLd')} text={content('JSON_LD')} mono />
        </div>
      </div>
    </>
  );
}

interface TextBlockProps {
  readonly title: string;
  readonly hint: string;
  readonly copy: string;
  readonly text: string;
  readonly mono?: boolean;
}

function TextBlock({ title, hint, copy, text, mono = false }: TextBlockProps): ReactNode {
  return (
    <section>
      <div className="section-head">
        <div>
          <h2>{title}</h2>
          <p className="muted small-text">{hint}</p>
        </div>
        <CopyButton text={text} label={copy} />
      </div>
      {text === '' ? (
        <Block height={300} />
      ) : (
        <pre
          className={mono ? `panel mono ${styles.text}` : `panel ${styles.text}`}
          style={mono ? undefined : { fontFamily: 'inherit' }}
          tabIndex={0}
          role="region"
          aria-label={title}
        >
          {text}
        </pre>
      )}
    </section>
  );
}
