/** The part of the package that the tests use; it comes without types. */
declare module 'text-readability' {
  const readability: {
    /** School grade of the United States, after Flesch and Kincaid. */
    fleschKincaidGrade(text: string): number;
    syllableCount(text: string): number;
  };
  export default readability;
}
