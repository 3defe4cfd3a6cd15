/** Why this file exists: the face of budgets. */
export { Budgets, forgetOldBudgets, type Allowance } from './budgets.js';
export { budgetTable } from './budget.table.js';
