export function GrowthPage() {
  return null;
}
