export const BridgePage = (): null => null;
