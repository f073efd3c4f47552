// What the templates of `mot init` say in Portuguese.
#include "templates.h"

namespace mot {
namespace {

// A list reads better with a text a line.
// clang-format off
constexpr TemplateTexts portuguese_texts[] = {
    {"A nossa companhia aérea", "a companhia", "passageiro", "Uma viagem",
     {"Web e aplicação", "Assistência em terra", "Cabine"},
     {"aplicação", "presencial"},
     {"Reservar", "No aeroporto", "A bordo e chegada"},
     {{
         {"Encontrar e reservar um voo", "O que lhe deu a certeza de que era o voo certo ao preço certo?"},
         {"Alterar uma reserva", "O que teve de alterar, e quanto tempo devia ter demorado?"},
         {"Entregar a mala", "O que queria saber antes de largar a sua mala?"},
         {"Saber de um atraso", "O que queria saber primeiro, e por quem?"},
         {"Ser recebido a bordo", "Quem ou o quê lhe mostrou que o esperavam?"},
         {"Recuperar a mala", "Quanto tempo é demasiado no tapete, e o que quer ouvir entretanto?"},
     }}},
    {"A nossa clínica", "a clínica", "doente", "Um tratamento",
     {"Receção", "Médicos", "Enfermagem"},
     {"telefone", "presencial"},
     {"Consulta", "Tratamento", "Depois"},
     {{
         {"Conseguir uma consulta", "Para quando precisava dela, e para quando a teve?"},
         {"Chegar e esperar", "O que teria tornado a espera suportável?"},
         {"Descrever os sintomas", "Conseguiu dizer tudo o que o preocupava?"},
         {"Ouvir o diagnóstico", "O que percebeu, e o que não se atreveu a perguntar?"},
         {"Ser cuidado no internamento", "Quando teve de pedir algo que devia ter vindo por si?"},
         {"Ir para casa com um plano", "O que não sabia quando chegou a casa?"},
     }}},
    {"O nosso banco", "o banco", "cliente", "Da conta à confiança",
     {"Balcão", "Aplicação e web", "Cartões e pagamentos"},
     {"aplicação", "ao balcão"},
     {"Tornar-se cliente", "No dia a dia", "Quando importa"},
     {{
         {"Abrir uma conta", "Que pergunta lhe pareceu desnecessária, e que resposta lhe faltou?"},
         {"Entrar pela primeira vez", "Onde ficou preso, e quem ajudou?"},
         {"Pagar uma fatura", "Quando tem a certeza de que o dinheiro chegou onde devia?"},
         {"Ver todas as contas de relance", "O que procura primeiro quando abre a aplicação?"},
         {"Comunicar um cartão perdido", "De que precisava no primeiro minuto?"},
         {"Pedir um empréstimo", "Como queria ouvir um não, e como um sim?"},
     }}},
    {"O nosso software", "a empresa", "utilizador", "Do teste ao hábito",
     {"Vendas", "Produto", "Suporte"},
     {"web", "chat"},
     {"Experimentar", "Usar", "Obter ajuda"},
     {{
         {"Perceber o preço", "Pelo que esperava pagar, e o que o surpreendeu?"},
         {"Começar o teste", "O que queria ver nos primeiros cinco minutos?"},
         {"Obter um primeiro resultado", "Quando soube que funciona para si?"},
         {"Convidar a equipa", "O que perguntaram primeiro os seus colegas?"},
         {"Comunicar um erro", "O que queria ouvir em resposta, e quando?"},
         {"Cancelar", "O que o teria feito ficar, e o que tornou fácil ou difícil sair?"},
     }}},
    {"A nossa câmara", "a câmara", "munícipe", "Um requerimento",
     {"Balcão do munícipe", "Urbanismo", "Serviços em linha"},
     {"em linha", "ao balcão"},
     {"Informar-se", "Requerer", "Receber a resposta"},
     {{
         {"Encontrar o formulário certo", "Com que palavras o procurou?"},
         {"Marcar atendimento", "Que dia e que hora lhe teriam convindo?"},
         {"Entregar o requerimento", "O que teve de levar que a câmara já tinha?"},
         {"Receber o pedido de um documento em falta", "Como queria sabê-lo, e quantas vezes?"},
         {"Saber em que ponto está", "Quando começou a duvidar de que alguém tratasse do assunto?"},
         {"Receber a decisão", "Percebeu porque foi decidido assim?"},
     }}},
    {"A nossa loja", "a loja", "cliente", "Uma compra",
     {"Vendas", "Loja em linha", "Balcão de apoio"},
     {"em linha", "na loja"},
     {"Escolher", "Comprar", "Depois"},
     {{
         {"Encontrar o produto", "O que procurava, e com que palavras?"},
         {"Pedir conselho", "O que queria saber, e em quem acreditou?"},
         {"Pagar na caixa", "O que o atrapalhou quando quis pagar?"},
         {"Receber a entrega", "Quando queria saber quando chega?"},
         {"Devolver um produto", "De que tinha receio antes de perguntar?"},
         {"Perguntar pela garantia", "O que teve de provar, e como se sentiu?"},
     }}},
};

constexpr TemplateFrame portuguese_frame = {
    {"Um pequeno começo. Substitua-o pelo seu, um departamento de cada vez: os nomes são suposições e nada está pontuado.",
     "O que os clientes desejam não está aqui: pergunte-lhes. Cada momento traz uma pergunta para começar."},
    "O que ainda ninguém viu. Retire uma linha quando começar esse passo: `mot validate` diz então onde falta.",
    {"passo 1: como queremos cada momento? (desired.company)",
     "passo 2: o que desejam os clientes? (desired.customer, heard)",
     "passo 3: o que vivem hoje? (actual, evidence)",
     "quanto lhes importa, de 1 a 5? (importance)",
     "quem assume quando corre mal? (recovery)",
     "o que pode decidir quem atende? (empowerment)"},
    "Responsável de {}", "Pergunte", "um dos poucos que decidem; são os certos?",
    portuguese_texts,
};
// clang-format on

}  // namespace

const TemplateFrame& portuguese_templates() {
  return portuguese_frame;
}

}  // namespace mot
