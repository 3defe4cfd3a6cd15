export function MentoringPage() {
  return null;
}
