/** Words that passwords of twelve signs are most often made of, as they stand in lists of stolen ones; letters only. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password passwort motdepasse contrasena mima admin administrator administrador root user username welcome willkommen
   bienvenue letmein letmeinplease qwerty qwertyuiop qwertyuiopasdfghjkl qwertzuiop azertyuiop asdfghjkl asdfghjklzxcvbnm
   zxcvbnm qazwsxedc qazwsxedcrfv qwerasdfzxcv iloveyou iloveyouforever iloveyousomuch sunshine princess football
   baseball basketball superman batman spiderman starwars pokemon dragon monkey shadow master michael jennifer jordan
   hunter charlie trustno trustnoone changeme changemenow changeit changethis default secret topsecret mysecret
   supersecret mypassword mynewpassword newpassword thispassword thisismypassword yourpassword ourpassword
   passwordpassword passw passwd pwd pass test testing tester testtest testpassword temp temporary guest demo
   demopassword example sample login loginlogin signin company business office computer internet samsung microsoft
   google facebook whatever blink freedom liverpool liverpoolfc chelsea arsenal barcelona manchester manchesterunited
   juventus realmadrid correcthorsebatterystaple correcthorse openrebate rebate rebates rebaterebate bonus spring summer
   autumn winter january february march april june july august september october november december monday tuesday
   wednesday thursday friday saturday sunday hello helloworld goodmorning goodbye nothing something jesuschrist
   jesusislord blessed godisgood abcdefgh abcdefghijkl abcabc aaaaaa woaini woainiwoaini wodemima`.split(
    /\s+/,
  ),
);
