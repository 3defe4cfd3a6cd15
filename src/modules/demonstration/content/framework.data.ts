/** Why this file exists: the company's own version of the framework, a draft with two edits that wait for somebody to publish them. */
import type { CategoryKey, Skill, SkillKey } from '../../frameworks/index.js';

export const FORK = { title: 'Helix Diagnostics: whole-slide imaging', day: -17 } as const;

/** One more prerequisite for a skill that the library has. */
export const STRICTER = {
  day: -17,
  skill: 'online-serving',
  prerequisite: { skill: 'security-engineering' as SkillKey, minLevel: 2, fromLevel: 3 },
} as const;

/** A skill that the library does not have. */
export const ADDED: { readonly day: number; readonly skill: Skill } = {
  day: -14,
  skill: {
    key: 'whole-slide-imaging' as SkillKey,
    name: 'Whole-slide imaging',
    category: 'data-engineering' as CategoryKey,
    definition: 'Knows how slides become pixels, and what scanner, stain and focus do to a model that reads them.',
    affinity: { research: 0.8, production: 0.6 },
    prerequisites: [{ skill: 'biomedical-data-standards' as SkillKey, minLevel: 2, fromLevel: 3 }],
    indicators: [
      ['Names scanner, magnification and stain of a slide and where they are recorded'],
      ['Finds out-of-focus regions, pen marks and folded tissue in a delivery, and says what each does to the score'],
      [
        'Plans scanner and stain variation into training and test sets, with counts per site',
        'Accepts a new scanner at a site with a written comparison on the same slides',
      ],
      ['Sets the acquisition rules of a product together with the laboratories that have to follow them'],
      ['Represents the company in the work on slide formats and colour standards'],
    ],
    references: { sfia: [], esco: [], mlTestScore: [], gmlp: [], regulations: [] },
  },
};
