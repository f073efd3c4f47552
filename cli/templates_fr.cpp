// What the templates of `mot init` say in French.
#include "templates.h"

namespace mot {
namespace {

// A list reads better with a text a line.
// clang-format off
constexpr TemplateTexts french_texts[] = {
    {"Notre compagnie", "la compagnie", "passager", "Un voyage",
     {"Web et appli", "Escale", "Cabine"},
     {"appli", "en personne"},
     {"Réserver", "À l’aéroport", "À bord et à l’arrivée"},
     {{
         {"Trouver et réserver un vol", "Qu’est-ce qui vous a assuré que c’était le bon vol au bon prix ?"},
         {"Modifier une réservation", "Que deviez-vous changer, et combien de temps cela aurait-il dû prendre ?"},
         {"Déposer le bagage", "Que vouliez-vous savoir avant de vous séparer de votre bagage ?"},
         {"Être informé d’un retard", "Que vouliez-vous savoir d’abord, et de qui ?"},
         {"Être accueilli à bord", "Qui ou quoi vous a montré que vous étiez attendu ?"},
         {"Récupérer le bagage", "À partir de quand est-ce trop long au tapis, et que voulez-vous entendre entre-temps ?"},
     }}},
    {"Notre clinique", "la clinique", "patient", "Un traitement",
     {"Accueil", "Médecins", "Soins infirmiers"},
     {"téléphone", "en personne"},
     {"Rendez-vous", "Traitement", "Après"},
     {{
         {"Obtenir un rendez-vous", "Dans quel délai en aviez-vous besoin, et dans quel délai l’avez-vous eu ?"},
         {"Arriver et attendre", "Qu’est-ce qui aurait rendu l’attente supportable ?"},
         {"Décrire les symptômes", "Avez-vous pu dire tout ce qui vous inquiétait ?"},
         {"Entendre le diagnostic", "Qu’avez-vous compris, et que n’avez-vous pas osé demander ?"},
         {"Être soigné dans le service", "Quand avez-vous dû demander ce qui aurait dû venir de soi-même ?"},
         {"Rentrer chez soi avec un plan", "Que ne saviez-vous pas une fois à la maison ?"},
     }}},
    {"Notre banque", "la banque", "client", "Du compte à la confiance",
     {"Agence", "Appli et web", "Cartes et paiements"},
     {"appli", "en agence"},
     {"Devenir client", "Au quotidien", "Quand cela compte"},
     {{
         {"Ouvrir un compte", "Quelle question vous a paru inutile, et quelle réponse vous a manqué ?"},
         {"Se connecter la première fois", "Où êtes-vous resté bloqué, et qui a aidé ?"},
         {"Payer une facture", "Quand êtes-vous sûr que l’argent est arrivé où il devait ?"},
         {"Voir tous ses comptes d’un coup d’œil", "Que cherchez-vous d’abord en ouvrant l’appli ?"},
         {"Signaler une carte perdue", "De quoi aviez-vous besoin dans la première minute ?"},
         {"Demander un prêt", "Comment vouliez-vous entendre un non, et comment un oui ?"},
     }}},
    {"Notre logiciel", "l’éditeur", "utilisateur", "De l’essai à l’habitude",
     {"Ventes", "Produit", "Support"},
     {"web", "chat"},
     {"Essayer", "Utiliser", "Être aidé"},
     {{
         {"Comprendre le prix", "Pour quoi pensiez-vous payer, et qu’est-ce qui vous a surpris ?"},
         {"Commencer l’essai", "Que vouliez-vous voir dans les cinq premières minutes ?"},
         {"Obtenir un premier résultat", "Quand avez-vous su que cela marche pour vous ?"},
         {"Inviter l’équipe", "Qu’ont demandé vos collègues en premier ?"},
         {"Signaler une erreur", "Que vouliez-vous entendre en retour, et quand ?"},
         {"Résilier", "Qu’est-ce qui vous aurait fait rester, et qu’est-ce qui a rendu le départ facile ou difficile ?"},
     }}},
    {"Notre mairie", "la mairie", "habitant", "Une demande",
     {"Accueil des habitants", "Urbanisme", "Services en ligne"},
     {"en ligne", "au guichet"},
     {"S’informer", "Demander", "Recevoir la réponse"},
     {{
         {"Trouver le bon formulaire", "Avec quels mots l’avez-vous cherché ?"},
         {"Prendre rendez-vous", "Quel jour et quelle heure vous auraient convenu ?"},
         {"Déposer la demande", "Que deviez-vous apporter que la mairie avait déjà ?"},
         {"Se voir demander une pièce manquante", "Comment vouliez-vous l’apprendre, et combien de fois ?"},
         {"Savoir où en est le dossier", "Quand avez-vous commencé à douter que quelqu’un s’en occupe ?"},
         {"Recevoir la décision", "Avez-vous compris pourquoi il en a été décidé ainsi ?"},
     }}},
    {"Notre magasin", "le magasin", "client", "Un achat",
     {"Vente", "Boutique en ligne", "Service client"},
     {"en ligne", "en magasin"},
     {"Choisir", "Acheter", "Après"},
     {{
         {"Trouver le produit", "Que cherchiez-vous, et avec quels mots ?"},
         {"Demander conseil", "Que vouliez-vous savoir, et qui avez-vous cru ?"},
         {"Payer en caisse", "Qu’est-ce qui vous gênait au moment de payer ?"},
         {"Recevoir la livraison", "Quand vouliez-vous savoir quand elle arrive ?"},
         {"Rendre un produit", "Que craigniez-vous avant de demander ?"},
         {"Se renseigner sur la garantie", "Que deviez-vous prouver, et qu’avez-vous ressenti ?"},
     }}},
};

constexpr TemplateFrame french_frame = {
    {"Un petit début. Remplacez-le par le vôtre, un service après l’autre : les noms sont des suppositions, et rien n’est noté.",
     "Ce que les clients souhaitent n’y est pas : demandez-le-leur. Chaque moment apporte une question pour commencer."},
    "Ce que personne n’a encore regardé. Retirez une ligne quand vous commencez l’étape : `mot validate` dit alors où cela manque.",
    {"étape 1 : comment voulons-nous chaque moment ? (desired.company)",
     "étape 2 : que souhaitent les clients ? (desired.customer, heard)",
     "étape 3 : que vivent-ils aujourd’hui ? (actual, evidence)",
     "quelle importance pour eux, de 1 à 5 ? (importance)",
     "qui prend le relais quand cela tourne mal ? (recovery)",
     "que peut décider la personne en face ? (empowerment)"},
    "Responsable {}", "Demandez\u00a0", "l’un des rares qui décident ; sont-ce les bons ?",
    french_texts,
};
// clang-format on

}  // namespace

const TemplateFrame& french_templates() {
  return french_frame;
}

}  // namespace mot
