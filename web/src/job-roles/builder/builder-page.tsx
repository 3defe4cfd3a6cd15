export const JobRoleBuilderPage = (): null => null;
