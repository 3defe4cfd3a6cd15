/** Why this file exists: the steps of a bridge in an order that works: nothing stands before what it needs. */
import type { ReactNode } from 'react';
import { useBridgeTexts } from './bridge.texts.js';
import { stepsOf, type BridgeRef } from './steps.js';

export function StepsInOrder({ bridge }: { readonly bridge: BridgeRef }): ReactNode {
  const t = useBridgeTexts();
  const { steps } = stepsOf(bridge);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('viewOrder')}>
      <table className="table" style={{ minWidth: 640 }}>
        <thead>
          <tr>
            <th scope="col">{t('orderColumn')}</th>
            <th scope="col">{t('skillColumn')}</th>
            <th scope="col">{t('stepColumn')}</th>
            <th scope="col">{t('activityColumn')}</th>
            <th scope="col">{t('waitsColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.number}>
              <td className="num muted">{step.number}</td>
              <th scope="row">{step.skillName}</th>
              <td className="num" style={{ whiteSpace: 'nowrap' }}>
                {t('level', { from: step.from, to: step.to })}
              </td>
              <td>{step.activity ?? step.uncovered ?? t('noActivity')}</td>
              <td className="muted small-text">
                {step.isOpen ? t('canStart') : step.waitsFor.length === 0 ? null : step.waitsFor.join(' ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
