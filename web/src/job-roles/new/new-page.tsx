export const NewJobRolePage = (): null => null;
