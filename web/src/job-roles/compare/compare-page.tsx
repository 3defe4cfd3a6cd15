export const CompareJobRolesPage = (): null => null;
