/** Of the parameters of every detector the one below which what it finds opens no case. */
export const LEAST_SCORE = 'leastScore';
