-- Neovim 0.7 and later, without a plugin: keys completed and explained by yaml-language-server with mot's schema, and the findings of
-- `mot validate` while you type by efm-langserver. Copy to ~/.config/nvim/plugin/mot.lua, and write the schema once:
--   mot schema -o ~/.config/nvim/mot.schema.json
local config = vim.fn.stdpath('config')
local schema = vim.env.MOT_SCHEMA or (config .. '/mot.schema.json')

local servers = {
  { name = 'yaml-language-server', cmd = { 'yaml-language-server', '--stdio' },
    settings = { yaml = { schemas = { ['file://' .. schema] = '*.yaml' }, validate = false } } },
  { name = 'efm-langserver', cmd = { 'efm-langserver' }, init_options = { documentFormatting = false } },
}

-- Only where a workspace lies around the file.
local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  local found = vim.fn.findfile('mot.yaml', folder .. ';')
  return found ~= '' and vim.fn.fnamemodify(found, ':p:h') or nil
end

local clients = {}
local function attach(buffer)
  local root = root_of(vim.api.nvim_buf_get_name(buffer))
  if not root then return end
  for _, server in ipairs(servers) do
    local key = server.name .. root
    if not clients[key] and vim.fn.executable(server.cmd[1]) == 1 then
      local settings = server.settings
      clients[key] = vim.lsp.start_client({
        name = server.name, cmd = server.cmd, root_dir = root, settings = settings, init_options = server.init_options,
        on_init = function(client)
          if settings then client.notify('workspace/didChangeConfiguration', { settings = settings }) end
        end,
      })
    end
    if clients[key] then vim.lsp.buf_attach_client(buffer, clients[key]) end
  end
end

vim.api.nvim_create_autocmd('FileType', { pattern = 'yaml', callback = function(event) attach(event.buf) end })
