export const tryRestores = () => Promise.resolve([]);
