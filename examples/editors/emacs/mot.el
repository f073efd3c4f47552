;;; Emacs with eglot: the findings of mot as you type. Untried.
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(yaml-mode . ("efm-langserver"))))
(add-hook 'yaml-mode-hook 'eglot-ensure)
